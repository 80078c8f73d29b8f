package cl.observatory.reports;

import cl.observatory.problem.StrictJson;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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

    /**
     * A buffer that is kept for the next body would keep what this one tells, and a table of names what somebody called a
     * field.
     */
    @Produces
    @Singleton
    @SuppressWarnings("deprecation") // the mapper that is there is changed; whoever uses the builder makes another one
    static ObjectMapperCustomizer nothingIsKept() {
        return mapper -> mapper.getFactory()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .setRecyclerPool(JsonRecyclerPools.nonRecyclingPool());
    }

    /** A character takes four bytes at most, so that what may be told fits into a body and into a seal. */
    @Produces
    @Singleton
    static ObjectMapperCustomizer charactersAreWrittenAsTheyAre() {
        return mapper -> mapper.getFactory().enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
    }
}
