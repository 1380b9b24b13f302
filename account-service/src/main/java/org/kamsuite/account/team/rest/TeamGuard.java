package org.kamsuite.account.team.rest;

import io.quarkus.security.ForbiddenException;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kamsuite.account.team.AccountTeam;
import org.kamsuite.account.team.NotOfTheTeam;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.security.Roles;

/// Lets managers change the accounts of their own teams only, and shows what is confidential to the
/// team and to leads only.
@Provider
@Priority(Priorities.AUTHORIZATION)
public class TeamGuard implements ContainerRequestFilter {

    /// What answers contents that the caller may not have sent.
    private static final Set<String> SHOWING = Set.of("GET", "HEAD", "PATCH");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final ResourceInfo resource;
    private final AccountTeam team;
    private final Caller caller;

    @Inject
    TeamGuard(ResourceInfo resource, AccountTeam team, Caller caller) {
        this.resource = resource;
        this.team = team;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var shows = isConfidential() && SHOWING.contains(request.getMethod());
        if (shows && !caller.is(Roles.LEAD) && !caller.is(Roles.MANAGER)) {
            throw new ForbiddenException();
        }
        if ((shows || !READING.contains(request.getMethod())) && actsAsManager(shows)) {
            account(request)
                    .filter(account -> team.isForeign(account, caller.name()))
                    .ifPresent(account -> {
                        throw new NotOfTheTeam(caller.name(), account);
                    });
        }
    }

    private boolean isConfidential() {
        var type = resource.getResourceClass();
        return type != null && type.isAnnotationPresent(Confidential.class);
    }

    /// Whether no other role than that of a manager lets the caller in: of what is confidential
    /// only a lead's does.
    private boolean actsAsManager(boolean shows) {
        var method = resource.getResourceMethod();
        var allowed = method == null ? null : method.getAnnotation(RolesAllowed.class);
        return allowed != null
                && caller.is(Roles.MANAGER)
                && Arrays.stream(allowed.value())
                        .filter(role -> !shows || role.equals(Roles.LEAD))
                        .noneMatch(role -> !role.equals(Roles.MANAGER) && caller.is(role));
    }

    /// The account that the address names, if it does and rightly so.
    private static Optional<UUID> account(ContainerRequestContext request) {
        try {
            return Optional.ofNullable(
                            request.getUriInfo().getPathParameters().getFirst("accountId"))
                    .map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
