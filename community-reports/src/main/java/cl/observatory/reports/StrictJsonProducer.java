package cl.observatory.reports;

import cl.observatory.problem.StrictJson;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Bodies that could be read in two ways are refused, and no body stays behind in memory. */
final class StrictJsonProducer {

    private StrictJsonProducer() {}

    @Produces
    @Singleton
    static ObjectMapperCustomizer strictJson() {
        return new StrictJson();
    }

    /** A buffer that is kept for the next body would keep what this one tells. */
    @Produces
    @Singleton
    static ObjectMapperCustomizer buffersAreNotKept() {
        return mapper -> mapper.getFactory().setRecyclerPool(JsonRecyclerPools.nonRecyclingPool());
    }
}
