package dev.segue.detection.login;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Text that nobody may see. It is written as JSON, into the token file, but its `toString` does not tell it.
record Secret(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Secret {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a secret is blank");
        }
    }

    @Override
    public String toString() {
        return "…";
    }
}
