/// What the logins of stand-ins share: consents, and the codes and tokens that come of them.
@NullMarked
package dev.segue.testkit.standin.oauth;

import org.jspecify.annotations.NullMarked;
