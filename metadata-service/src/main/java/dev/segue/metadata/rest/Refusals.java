package dev.segue.metadata.rest;

import dev.segue.library.Problem;
import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.service.Problems;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What this service alone refuses.
class Refusals {

    @ServerExceptionMapper
    Response unreadable(BackupUnreadableException file) {
        String why = String.valueOf(file.getMessage()).lines().findFirst().orElse("");
        return Problems.refused(Problem.unavailable("an older export cannot be read now: " + why));
    }
}
