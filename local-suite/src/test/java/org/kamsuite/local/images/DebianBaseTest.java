package org.kamsuite.local.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which files of Debian's packages the base has.
class DebianBaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lib/x86_64-linux-gnu/libc.so.6",
                "usr/lib/aarch64-linux-gnu/libgcc_s.so.1",
                "lib64/ld-linux-x86-64.so.2",
                "etc/os-release",
                "usr/share/doc/libc6/copyright"
            })
    void keepsLibrariesAndLicences(String path) {
        assertThat(DebianBase.isNeeded(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/lib/x86_64-linux-gnu/gconv/IBM037.so",
                "usr/bin/ldd",
                "usr/share/doc/libc6/changelog.Debian.gz",
                "etc/debian_version.old"
            })
    void leavesOutWhatNoServiceReads(String path) {
        assertThat(DebianBase.isNeeded(path)).isFalse();
    }
}
