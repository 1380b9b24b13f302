package org.kamsuite.account.facts.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.kamsuite.account.facts.Fact;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.kit.query.Lists;
import org.kamsuite.kit.query.Page;

/// Lists the facts of one kind, filtered and sorted by what they say.
@ApplicationScoped
public class FactLists {

    private final FactBook facts;
    private final Lists lists;
    private final Map<Class<?>, FactFields> fields = new ConcurrentHashMap<>();

    @Inject
    FactLists(FactBook facts, Lists lists) {
        this.facts = facts;
        this.lists = lists;
    }

    <T extends FactContent, F extends Fact<T>> Page<FactResponse<T>> page(
            Class<F> kind, Class<T> content, UUID account, UriInfo request) {
        facts.requireAccount(account);
        var spec = fields.computeIfAbsent(kind, _ -> new FactFields(kind, content)).of(account);
        var ids = lists.page(spec, request, "select f.id", row -> row.getObject(1, UUID.class));
        var found = facts.all(kind, ids.items());
        var items =
                ids.items().stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(FactResponse::of)
                        .toList();
        return new Page<>(items, ids.next(), ids.count());
    }
}
