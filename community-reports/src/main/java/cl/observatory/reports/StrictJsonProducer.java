package cl.observatory.reports;

import cl.observatory.problem.StrictJson;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.jackson.runtime.ObjectMapperProducer;
import jakarta.enterprise.inject.Instance;
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
     * The platform's mapper over a factory that keeps nothing: a buffer that is kept for the next body would keep what this
     * one tells, and a table of names what somebody called a field. What a factory does with names is settled when it is
     * made.
     */
    @Produces
    @Singleton
    static ObjectMapper nothingIsKept(Instance<ObjectMapperCustomizer> customizers) {
        ObjectMapper mapper = new ObjectMapperProducer().objectMapper(customizers);
        JsonFactoryBuilder factory = (JsonFactoryBuilder) mapper.getFactory().rebuild();
        return mapper.copyWith(factory.disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .build());
    }

    /** A character takes four bytes at most, so that what may be told fits into a body and into a seal. */
    @Produces
    @Singleton
    static ObjectMapperCustomizer charactersAreWrittenAsTheyAre() {
        return mapper -> mapper.getFactory().enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
    }
}
