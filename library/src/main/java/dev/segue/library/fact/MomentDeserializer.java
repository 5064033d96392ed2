package dev.segue.library.fact;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import dev.segue.library.Moments;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/// Reads moments as facts have them; what is written otherwise is left to Jackson. Facts are full of moments: reading
/// them took a quarter of the time of reading a track.
final class MomentDeserializer extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1;

    MomentDeserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return InstantDeserializer.INSTANT.deserialize(json, context);
        }
        String text = json.getText();
        try {
            return Moments.parse(text);
        } catch (DateTimeException none) {
            throw context.weirdStringException(text, Instant.class, none.getMessage());
        }
    }
}
