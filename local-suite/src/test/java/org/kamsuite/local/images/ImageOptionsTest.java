package org.kamsuite.local.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kamsuite.local.Trouble;

/// What `./kam images` understands, and what it says of the rest.
class ImageOptionsTest {

    private static final Path HOME = Path.of("/project");

    @Test
    void buildsTarballsWithAnAotCacheUnlessToldOtherwise() {
        var options = ImageOptions.of(HOME, List.of());

        assertThat(options)
                .isEqualTo(
                        new ImageOptions(
                                null, null, true, false, Path.of("/project/target/images"), 8080));
    }

    @Test
    void takesEveryOption() {
        var options =
                ImageOptions.of(
                        HOME,
                        List.of(
                                "--push",
                                "registry.test/team",
                                "--base",
                                "debian:13-slim",
                                "--to",
                                "/images",
                                "--port-base",
                                "18080",
                                "--measure"));

        assertThat(options)
                .isEqualTo(
                        new ImageOptions(
                                "registry.test/team",
                                "debian:13-slim",
                                true,
                                true,
                                Path.of("/images"),
                                18_080));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --pull                | The option --pull is unknown; see ./kam help
                    --push                | The option --push needs a value
                    --port-base 99999     | A port base lies between 1000 and 65000, not 99999
                    --no-aot --measure    | --measure compares images with their AOT cache: leave --no-aot out
                    """)
    void saysInOneSentenceWhatIsWrong(String arguments, String sentence) {
        assertThatThrownBy(() -> ImageOptions.of(HOME, Arrays.asList(arguments.split(" "))))
                .isInstanceOf(Trouble.class)
                .hasMessage(sentence);
    }
}
