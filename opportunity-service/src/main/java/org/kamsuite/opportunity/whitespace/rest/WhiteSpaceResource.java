package org.kamsuite.opportunity.whitespace.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.rest.Identified;
import org.kamsuite.kit.rest.WaitsForFacts;
import org.kamsuite.kit.security.Roles;
import org.kamsuite.opportunity.whitespace.Cell;
import org.kamsuite.opportunity.whitespace.CellKey;
import org.kamsuite.opportunity.whitespace.FindingBook;
import org.kamsuite.opportunity.whitespace.MatrixBook;
import org.kamsuite.opportunity.whitespace.RollUp;
import org.kamsuite.opportunity.whitespace.Totals;
import org.kamsuite.opportunity.whitespace.UnknownProduct;

@Path("/api/v1/white-space/{accountId}")
@Tag(name = "white-space", description = "Who serves which need of which buying centre")
class WhiteSpaceResource {

    private final MatrixBook matrices;
    private final FindingBook findings;

    @Inject
    WhiteSpaceResource(MatrixBook matrices, FindingBook findings) {
        this.matrices = matrices;
        this.findings = findings;
    }

    @GET
    @WaitsForFacts
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "Read the matrix of an account and everything below it, with its totals")
    public MatrixResponse read(@PathParam("accountId") UUID accountId) {
        var answer = matrices.read(accountId);
        return new MatrixResponse(
                accountId,
                answer.matrix().asOf(),
                answer.facts().epoch(),
                answer.facts().sequence(),
                answer.peerFrame(),
                answer.matrix().totals(),
                answer.matrix().tree().stream()
                        .flatMap(sheet ->
                                sheet.centres().stream()
                                        .map(centre ->
                                                new Row(
                                                        sheet.accountId(),
                                                        sheet.name(),
                                                        centre.centreId(),
                                                        centre.name(),
                                                        centre.area())))
                        .toList(),
                answer.matrix().rollUps(),
                answer.matrix().cells(),
                answer.matrix().unknownProducts());
    }

    @POST
    @Transactional
    @Path("/observations")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.MANAGER, Roles.LEAD, Roles.INTEGRATOR})
    @Operation(summary = "Record who serves the need of a cell today")
    public Recorded observe(
            @PathParam("accountId") UUID accountId, @NotNull @Valid ObservationRequest request) {
        return new Recorded(findings.observe(accountId, request.observation()));
    }

    @POST
    @Transactional
    @Path("/wallet-statements")
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.MANAGER, Roles.LEAD, Roles.INTEGRATOR})
    @Operation(summary = "Record what is spent on a cell in a year")
    public Recorded state(
            @PathParam("accountId") UUID accountId,
            @NotNull @Valid WalletStatementRequest request) {
        return new Recorded(
                findings.state(
                        accountId,
                        new CellKey(request.centreId(), request.productCode()),
                        request.annualValue(),
                        request.basis(),
                        request.statedOn()));
    }

    /// The identifier of what was recorded.
    public record Recorded(UUID id) implements Identified {}

    /// A row of the matrix.
    public record Row(
            UUID accountId, String accountName, UUID centreId, String centreName, String area) {}

    /// The matrix: its totals, rows and cells, and what it rests on.
    ///
    /// @param peerFrame the frame that accounts are compared in, null before the first one
    /// @param unknownProducts what is held and has no cell, as the catalogue does not know it
    public record MatrixResponse(
            UUID accountId,
            LocalDate asOf,
            long factsEpoch,
            long factsSequence,
            @Nullable Long peerFrame,
            Totals totals,
            List<Row> rows,
            List<RollUp> rollUps,
            List<Cell> cells,
            List<UnknownProduct> unknownProducts) {}
}
