/// Eagle, stood in for: the local API of the app, V2 and V1 on one port.
///
/// [dev.segue.testkit.eagle.EagleStandIn] is the running server. Inside, `EagleLikeness` is the likeness, `Newer` and
/// `Older` are the endpoints of the two versions, `Items` is the open library.
///
/// The app is closed when the stand-in is not started: then a connection is refused, as by the real one.
@NullMarked
package dev.segue.testkit.eagle;

import org.jspecify.annotations.NullMarked;
