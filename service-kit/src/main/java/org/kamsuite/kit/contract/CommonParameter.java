package org.kamsuite.kit.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// A parameter that many operations know.
enum CommonParameter {
    IF_MATCH("If-Match", Parameter.In.HEADER, true, "The ETag last read of what is changed"),
    IF_NONE_MATCH(
            "If-None-Match",
            Parameter.In.HEADER,
            false,
            "The ETag last read: the answer is 304 while it is the same"),
    IDEMPOTENCY_KEY(
            "Idempotency-Key",
            Parameter.In.HEADER,
            false,
            "Lets a retry within 24 hours have the first answer instead of a second effect"),
    WAIT_FOR(
            "X-Wait-For",
            Parameter.In.HEADER,
            false,
            "An Account-Sequence: the answer waits until it rests on it, for 2 seconds or the"
                    + " appended ;<milliseconds>ms, at most 10 seconds"),
    LIMIT("limit", Parameter.In.QUERY, false, "The most items of a page: 1 to 500, usually 50"),
    CURSOR("cursor", Parameter.In.QUERY, false, "The next of the page before, for the same sort"),
    SORT(
            "sort",
            Parameter.In.QUERY,
            false,
            "Fields by which to sort, as in -total,name; an unknown one is answered with the known"),
    COUNT(
            "count",
            Parameter.In.QUERY,
            false,
            "exact also counts all items that the filters let through"),
    Q("q", Parameter.In.QUERY, false, "A text that the items contain");

    private final String title;
    private final Parameter.In in;
    private final boolean required;
    private final String description;

    CommonParameter(String title, Parameter.In in, boolean required, String description) {
        this.title = title;
        this.in = in;
        this.required = required;
        this.description = description;
    }

    Parameter described() {
        var type = this == LIMIT ? Schema.SchemaType.INTEGER : Schema.SchemaType.STRING;
        var schema = OASFactory.createSchema().addType(type);
        return OASFactory.createParameter()
                .name(title)
                .in(in)
                .required(required)
                .description(description)
                .schema(this == COUNT ? schema.addEnumeration("exact") : schema);
    }

    boolean names(Parameter parameter) {
        return title.equals(parameter.getName()) && in == parameter.getIn();
    }
}
