package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// The parameter `fields`: a list of names with commas, dots for one inside another, parentheses for several, `!` for
/// all but that one. Immutable.
///
/// @param inside of the wanted fields those that are wanted of them; empty: all
/// @param without whether the named ones are left out instead
record Fields(Map<String, Fields> inside, boolean without) {

    private static final Fields ALL = new Fields(Map.of(), false);

    Fields {
        inside = Map.copyOf(inside);
    }

    static Fields parse(String text) {
        return new Parser(text).list();
    }

    /// What of `node` is wanted.
    JsonNode of(JsonNode node) {
        if (inside.isEmpty()) {
            return node;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode kept = Json.array();
            array.forEach(element -> kept.add(of(element)));
            return kept;
        }
        return node instanceof ObjectNode object ? of(object) : node;
    }

    private ObjectNode of(ObjectNode object) {
        ObjectNode kept = Json.object();
        object.properties().forEach(field -> {
            Fields wanted = inside.get(field.getKey());
            if (wanted == null ? without : !without) {
                kept.set(field.getKey(), wanted == null ? field.getValue() : wanted.of(field.getValue()));
            } else if (wanted != null && !wanted.inside().isEmpty()) {
                kept.set(field.getKey(), new Fields(wanted.inside(), true).of(field.getValue()));
            }
        });
        return kept;
    }

    /// Reads by descent; what it cannot make sense of it skips, as Spotify does.
    private static final class Parser {

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text.replace(" ", "");
        }

        Fields list() {
            var fields = new LinkedHashMap<String, Fields>();
            boolean without = false;
            while (at < text.length() && text.charAt(at) != ')') {
                without |= skip('!');
                String name = name();
                Fields inner = inner();
                if (!name.isEmpty()) {
                    fields.merge(name, inner, Parser::both);
                }
                var _ = skip(',');
            }
            var _ = skip(')');
            return new Fields(fields, without);
        }

        private Fields inner() {
            if (skip('.')) {
                String name = name();
                return new Fields(Map.of(name, inner()), false);
            }
            return skip('(') ? list() : ALL;
        }

        private String name() {
            int start = at;
            while (at < text.length() && "!,.()".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private boolean skip(char wanted) {
            boolean there = at < text.length() && text.charAt(at) == wanted;
            at += there ? 1 : 0;
            return there;
        }

        private static Fields both(Fields one, Fields other) {
            var fields = new LinkedHashMap<>(one.inside());
            other.inside().forEach((name, inner) -> fields.merge(name, inner, Parser::both));
            return one.inside().isEmpty() || other.inside().isEmpty() ? ALL : new Fields(fields, one.without());
        }
    }
}
