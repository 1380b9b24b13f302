package org.kamsuite.local.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bill of materials is one by CycloneDX, and says by package URLs what is in an image.
class BillOfMaterialsTest {

    @TempDir Path folder;

    private List<Component> components;

    @BeforeEach
    void someComponents() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "abc");
        components =
                List.of(
                        Component.debian("libc6", "2.36-9+deb12u14", "amd64", file),
                        Component.java("Eclipse Adoptium", "25.0.3+9-LTS", file),
                        Component.maven("at.yawk.lz4:lz4-java::jar:1.10.1", file),
                        Component.maven("com.example:native:linux-x86_64:jar:1.0", file));
    }

    @Test
    void conformsToTheSchema() {
        var factory =
                JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V7,
                        builder ->
                                builder.schemaMappers(mappers ->
                                        mappers.mapPrefix(
                                                "http://cyclonedx.org/schema", "classpath:")));
        var schema =
                factory.getSchema(
                        SchemaLocation.of("http://cyclonedx.org/schema/bom-1.6.schema.json"));
        var bill = BillOfMaterials.of("account-service", "0.1.0", components);

        assertThat(schema.validate(bill)).isEmpty();
        bill.withArray("components").addObject().put("name", "without a type");
        assertThat(schema.validate(bill)).isNotEmpty();
    }

    @Test
    void namesComponentsAsScannersKnowThem() {
        assertThat(components)
                .extracting(Component::purl)
                .containsExactly(
                        "pkg:deb/debian/libc6@2.36-9%2Bdeb12u14?arch=amd64",
                        "pkg:generic/openjdk@25.0.3%2B9-LTS",
                        "pkg:maven/at.yawk.lz4/lz4-java@1.10.1?type=jar",
                        "pkg:maven/com.example/native@1.0?classifier=linux-x86_64&type=jar");
        assertThat(components)
                .extracting(Component::sha256)
                .containsOnly("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void hasANumberOfItsOwnForOtherContent() {
        var bill = BillOfMaterials.of("account-service", "0.1.0", components);
        var same = BillOfMaterials.of("account-service", "0.1.0", components);
        var fewer = BillOfMaterials.of("account-service", "0.1.0", components.subList(0, 2));

        assertThat(same).isEqualTo(bill);
        assertThat(fewer.get("serialNumber")).isNotEqualTo(bill.get("serialNumber"));
    }
}
