package dev.segue.detection.rest;

import dev.segue.library.Problem;
import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.service.Problems;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What this service alone refuses.
class Refusals {

    @ServerExceptionMapper
    Response unreadable(BackupUnreadableException backup) {
        return Problems.refused(Problem.notFound(String.valueOf(backup.getMessage())));
    }
}
