package org.kamsuite.account.manager.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.kamsuite.account.manager.Load;
import org.kamsuite.account.manager.Manager;
import org.kamsuite.account.manager.ManagerProfile;
import org.kamsuite.kit.rest.Identified;
import org.kamsuite.kit.rest.Versioned;

/// A manager as answered, with the present load.
public record ManagerResponse(
        UUID id,
        @JsonUnwrapped ManagerProfile profile,
        Load load,
        BigDecimal loadRatio,
        boolean aboveTarget,
        String etag)
        implements Versioned, Identified {

    @Override
    public List<Object> derived() {
        return List.of(load);
    }

    static ManagerResponse of(Manager manager, Load load) {
        return new ManagerResponse(
                manager.id(),
                manager.profile(),
                load,
                load.ratio(),
                load.aboveTarget(),
                Long.toString(manager.version()));
    }
}
