package org.kamsuite.account.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamsuite.account.evidence.EvidenceItem.Kind;

class EvidenceItemTest {

    @Property
    void hasATypeOfItsKindAndOfNoOther(@ForAll Kind kind, @ForAll EvidenceItem.Type type) {
        var isReference = type.name().startsWith("REFERENCE_");

        assertThat(item(kind, type).isTypeOfKind())
                .isEqualTo(isReference == (kind == Kind.REFERENCE));
    }

    @Test
    void needsNoType() {
        assertThat(item(Kind.REFERENCE, null).isTypeOfKind()).isTrue();
    }

    private static EvidenceItem item(Kind kind, EvidenceItem.@Nullable Type type) {
        return new EvidenceItem(kind, type, 75, "ana", null, null, LocalDate.of(2026, 4, 1));
    }
}
