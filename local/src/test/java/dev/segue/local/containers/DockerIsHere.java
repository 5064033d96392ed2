package dev.segue.local.containers;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/// Leaves tests out, and says so, where there is no Docker engine.
final class DockerIsHere implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            return ConditionEvaluationResult.enabled("there is a Docker engine");
        }
        String skipped = context.getDisplayName() + ": skipped, since there is no Docker engine here";
        System.out.println(skipped);
        return ConditionEvaluationResult.disabled(skipped);
    }
}
