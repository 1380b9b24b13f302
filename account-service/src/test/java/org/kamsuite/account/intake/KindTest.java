package org.kamsuite.account.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

class KindTest {

    @Test
    void isDescribedWithAllThatCanBeImported() {
        var described = Kind.class.getAnnotation(Schema.class);

        assertThat(described.enumeration())
                .containsExactlyInAnyOrderElementsOf(Kind.names())
                .allSatisfy(name -> assertThat(described.description()).contains(name));
    }
}
