/// Sees tracks: in the person's CSV backups, at the music sources, or named one by one; and answers requests for
/// tracks.
/// The only service that may talk to music sources.
///
/// ```
/// POST /detections ─▶ DetectionRuns ─▶ detection-status   accepted, before the request is answered
///                          │
///                     SourceChoice     exports first
///                    ┌─────┴─────┐
///                    ▼           ▼
///                Detector    ApiSources ─▶ track-fetched, playlist-observed
///                    └─────┬─────┘
///                          ▼
///                     track-detected     one a track, in however many lists it stands
///
/// fetch-requested ─▶ Fetching ─▶ track-fetched            each id once; Answers knows those of earlier
///                        │
///                     ApiGate ─▶ api-status               budget, reserve, pace, blocked until
/// ```
///
/// [dev.segue.detection.Detection] is what can be asked for, [dev.segue.detection.SourceChoice] who is asked, and
/// [dev.segue.detection.DetectionRuns] carries it through, also over a kill in the middle. Every call of an API passes
/// its [dev.segue.detection.ApiGate]; [dev.segue.detection.Outcome] is how it ends.
@NullMarked
package dev.segue.detection;

import org.jspecify.annotations.NullMarked;
