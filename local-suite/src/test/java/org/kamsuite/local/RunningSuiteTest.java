package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSuiteTest {

    @TempDir private Path data;

    @Test
    void isNotThereWhereNobodyHoldsTheLock() throws IOException {
        RunningSuite.note(data, 8080);
        Files.createFile(data.resolve("lock"));

        assertThat(RunningSuite.on(data)).isEmpty();
    }

    @Test
    void saysThatItsLockCannotBeOpened() throws IOException {
        RunningSuite.note(data, 8080);
        Files.createDirectory(data.resolve("lock"));

        assertThatThrownBy(() -> RunningSuite.on(data))
                .isInstanceOf(Trouble.class)
                .hasMessage(
                        "The lock of the data folder %s cannot be opened; is the folder another user's?",
                        data);
    }
}
