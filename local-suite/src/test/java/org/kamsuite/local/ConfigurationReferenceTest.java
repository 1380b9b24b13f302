package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {

    @Test
    void isWhatTheCodeDeclares() throws IOException {
        var page = ConfigurationReference.write(TestSuite.HOME);
        var written = TestSuite.HOME.resolve("local-suite/target/configuration.md");
        Files.writeString(written, page);

        assertThat(Files.readString(TestSuite.HOME.resolve("docs/configuration.md")))
                .as("docs/configuration.md; " + written + " is up to date")
                .isEqualTo(page);
    }
}
