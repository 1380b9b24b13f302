package org.kamsuite.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;

/// Notes as another service would read them.
@ApplicationScoped
class NoteState implements StateSource {

    @Override
    public String topic() {
        return "catalogue";
    }

    @Override
    public String type() {
        return "note.v1";
    }

    @Override
    public String statesSql() {
        return """
        select key, (select epoch from epochs), version, to_json(text)::text
        from notes
        where key = any (?)
        """;
    }

    @Override
    public String allKeysSql() {
        return "select key from notes";
    }
}
