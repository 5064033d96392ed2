package dev.segue.processing.eagle;

import dev.segue.processing.Eagle;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

class Eagles {

    @Produces
    @Singleton
    Eagle eagle() {
        return Eagle.none();
    }
}
