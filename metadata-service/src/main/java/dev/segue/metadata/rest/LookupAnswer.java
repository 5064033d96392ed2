package dev.segue.metadata.rest;

import java.util.List;

/// One answer for each question, in the same order; or those that were found.
record LookupAnswer(List<TrackAnswer> tracks) {}
