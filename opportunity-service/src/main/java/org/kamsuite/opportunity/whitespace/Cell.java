package org.kamsuite.opportunity.whitespace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.wallet.Affinity;
import org.kamsuite.opportunity.wallet.WalletEstimate;

/// A cell of the matrix: one buying centre and one product; money in the company's currency a year.
///
/// @param wallet null where it is not sized
/// @param walletBasis what it is sized by, null where there is no such need
/// @param whiteSpaceValue what could still be earned, null where it is not sized
/// @param walletUnits what the customer may have, where the column counts units
/// @param whiteSpaceUnits the units that it could still have of us, null where not sized in units
/// @param rivalShare the rival's part of the wallet, 0..1
/// @param source who found out what was last found out
/// @param linkedNeeds open goals and pain points that the family answers to
/// @param watchFrom the day from which a rival that holds the cell for longer can be displaced
/// @param confidence of what was found out, as it has decayed to the day
/// @param adoption the chance of adoption among peers, 0..1
/// @param affinity with something that the account holds, by which the chance is taken
/// @param upgrades the editions that what is held can be raised to
/// @param provisional whether a win counts in it that has not become a running holding yet
public record Cell(
        UUID accountId,
        UUID centreId,
        String productCode,
        String familyCode,
        Supply supply,
        Pursuit pursuit,
        CellState state,
        BigDecimal currentAnnualValue,
        @Nullable WalletEstimate wallet,
        WalletEstimate.@Nullable Basis walletBasis,
        @Nullable BigDecimal whiteSpaceValue,
        @Nullable BigDecimal walletUnits,
        @Nullable BigDecimal whiteSpaceUnits,
        @Nullable BigDecimal ourShare,
        @Nullable String rival,
        @Nullable BigDecimal rivalShare,
        @Nullable LocalDate rivalRenewalOn,
        @Nullable LocalDate watchFrom,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal utilisation,
        @Nullable LocalDate renewalOn,
        @Nullable UUID holdingId,
        @Nullable LocalDate lastCheckedOn,
        @Nullable String source,
        @Nullable BigDecimal confidence,
        @Nullable String blockReason,
        @Nullable LocalDate reviewOn,
        double adoption,
        @Nullable Affinity affinity,
        List<String> upgrades,
        boolean volumeUpsell,
        boolean renewalRisk,
        List<UUID> linkedNeeds,
        List<UUID> opportunityIds,
        boolean provisional) {}
