package org.kamsuite.local.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// A bill of materials by CycloneDX 1.6: what others have made and an image carries. The same
/// content makes the same bill.
final class BillOfMaterials {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private BillOfMaterials() {}

    static void write(Path file, String service, String version, List<Component> components)
            throws IOException {
        JSON.writeValue(file.toFile(), of(service, version, components));
    }

    static ObjectNode of(String service, String version, List<Component> components) {
        var bill = JSON.createObjectNode();
        bill.put("bomFormat", "CycloneDX");
        bill.put("specVersion", "1.6");
        bill.put("serialNumber", "urn:uuid:" + serialNumber(service, version, components));
        bill.put("version", 1);
        var metadata = bill.putObject("metadata");
        metadata.put("timestamp", Layout.AGE.toString());
        var image = metadata.putObject("component");
        image.put("type", "container");
        image.put("bom-ref", service);
        image.put("name", "kam-suite/" + service);
        image.put("version", version);
        var listed = bill.putArray("components");
        components.forEach(component -> add(listed.addObject(), component));
        return bill;
    }

    private static UUID serialNumber(String service, String version, List<Component> components) {
        var content = service + version + components;
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ObjectNode node, Component component) {
        node.put("type", component.type());
        node.put("bom-ref", component.purl());
        if (!component.group().isEmpty()) {
            node.put("group", component.group());
        }
        node.put("name", component.name());
        node.put("version", component.version());
        var hash = node.putArray("hashes").addObject();
        hash.put("alg", "SHA-256");
        hash.put("content", component.sha256());
        node.put("purl", component.purl());
    }
}
