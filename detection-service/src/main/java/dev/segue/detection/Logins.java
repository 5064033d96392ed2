package dev.segue.detection;

import java.util.List;

/// The logins that there are. Thread-safe.
public interface Logins {

    /// One for each API.
    List<LoginState> states();
}
