package cl.observatory.gateway.own;

import cl.observatory.problem.StrictJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Bodies that could be read in two ways are refused. */
final class StrictJsonProducer {

    private StrictJsonProducer() {}

    @Produces
    @Singleton
    static ObjectMapperCustomizer strictJson() {
        return new StrictJson();
    }
}
