/// Sees tracks: in the person's CSV backups, or named one by one. The only service that may talk to music sources.
///
/// ```
/// POST /detections ─▶ DetectionRuns ─▶ detection-status   accepted, before the request is answered
///                          │
///                          ▼
///                       Detector ────▶ track-detected     one a track, in however many files it stands
/// ```
///
/// [dev.segue.detection.Detection] is what can be asked for, [dev.segue.detection.Detector] finds it, and
/// [dev.segue.detection.DetectionRuns] carries it through, also over a kill in the middle.
@NullMarked
package dev.segue.detection;

import org.jspecify.annotations.NullMarked;
