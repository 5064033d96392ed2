/// Logins: how a person lets Segue see what is theirs, where that is kept, and how it stays good.
///
/// ```
/// ./segue login spotify ─▶ LoginProgram ─┐                        ┌─▶ AccountServer ─▶ accounts.spotify.com
/// GET /login/spotify ────▶ LoginResource ┴─▶ LoginFlow ──────────┤
///                                                                 └─▶ TokenFile        mode 600, one lock
/// whoever asks an API ───▶ LoggedIn ─▶ UserTokens (one refresher) ─▶ both of them
/// ```
///
/// [dev.segue.detection.login.LoginFlow] is one consent, from the page to open to the file that is written;
/// [dev.segue.detection.login.UserTokens] keeps it good afterwards. The same classes serve the running service and
/// the program that `./segue login` starts; they meet in the file.
@NullMarked
package dev.segue.detection.login;

import org.jspecify.annotations.NullMarked;
