/// Text from outside, made fit to be shown: [dev.segue.local.text.Plain].
@NullMarked
package dev.segue.local.text;

import org.jspecify.annotations.NullMarked;
