package dev.segue.library.fact;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.segue.library.Moments;
import java.io.IOException;
import java.time.Instant;

/// Writes moments as [java.time.Instant#toString()] does, in less time: facts are full of them.
final class MomentSerializer extends StdScalarSerializer<Instant> {

    private static final long serialVersionUID = 1;

    MomentSerializer() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant moment, JsonGenerator json, SerializerProvider serializers) throws IOException {
        json.writeString(Moments.text(moment));
    }
}
