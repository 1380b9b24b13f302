package org.kamsuite.account.settings.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.settings.Company;
import org.kamsuite.account.settings.ExchangeRate;
import org.kamsuite.account.settings.SettingsContent;
import org.kamsuite.account.settings.SettingsMissing;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/settings")
@Tag(name = "settings", description = "Currency, zone, calendar and exchange rates of the company")
class SettingsResource {

    private final Company company;

    @Inject
    SettingsResource(Company company) {
        this.company = company;
    }

    @GET
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "Read the settings")
    public SettingsResponse read() {
        return SettingsResponse.of(company.settings().orElseThrow(SettingsMissing::new));
    }

    @PUT
    @Transactional
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Write the settings")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag last read, once there are settings",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(
            value = SettingsResponse.class,
            responseCode = "200",
            responseDescription = "Done")
    @APIResponse(responseCode = "412", ref = "PreconditionFailed")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public SettingsResponse configure(@NotNull @Valid SettingsContent content) {
        return SettingsResponse.of(company.configure(content));
    }

    @GET
    @Path("/rates")
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "List the dated exchange rates")
    public Page<ExchangeRate> rates() {
        return new Page<>(company.rates(), null, null);
    }

    @POST
    @Transactional
    @Path("/rates")
    @Idempotent
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.INTEGRATOR})
    @Operation(summary = "Add or correct dated exchange rates")
    public Page<ExchangeRate> rate(
            @NotEmpty @Size(max = 1000) List<@NotNull @Valid ExchangeRate> rates) {
        company.rate(rates);
        return new Page<>(company.rates(), null, null);
    }
}
