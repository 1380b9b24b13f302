package org.kamsuite.kit.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/// Answers leave out what is not known, as their documents say; events say null.
@Provider
@Singleton
public class AnswerJson implements ContextResolver<ObjectMapper> {

    private final ObjectMapper json;

    @Inject
    AnswerJson(ObjectMapper json) {
        this.json = json.copy().setSerializationInclusion(JsonInclude.Include.NON_NULL);
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return json;
    }
}
