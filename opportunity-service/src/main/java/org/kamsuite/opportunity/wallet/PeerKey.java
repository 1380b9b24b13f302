package org.kamsuite.opportunity.wallet;

import java.util.List;
import java.util.stream.Stream;

/// What the accounts of a peer group have in common.
///
/// @param sector a sector code or the beginning of some; empty is any
/// @param band a size band; −1 is any
public record PeerKey(String sector, int band) {

    private static final int ANY_BAND = -1;

    /// Every account.
    static final PeerKey ALL = new PeerKey(SectorCode.ANY, ANY_BAND);

    /// The groups that an account is compared with, the narrowest first: the sector is widened
    /// before the size (domain §4.5).
    public static List<PeerKey> widening(String sector, int band) {
        return Stream.concat(
                        SectorCode.widening(sector).stream().map(code -> new PeerKey(code, band)),
                        Stream.of(ALL))
                .distinct()
                .toList();
    }

    /// Whether an account of the sector and size belongs to the group.
    boolean holds(String otherSector, int otherBand) {
        return (band == ANY_BAND || band == otherBand)
                && SectorCode.widening(otherSector).contains(sector);
    }

    /// Every group that an account belongs to.
    static List<PeerKey> of(String sector, int band) {
        return SectorCode.widening(sector).stream()
                .flatMap(code -> Stream.of(new PeerKey(code, band), new PeerKey(code, ANY_BAND)))
                .distinct()
                .toList();
    }
}
