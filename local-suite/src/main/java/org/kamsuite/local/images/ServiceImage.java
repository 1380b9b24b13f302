package org.kamsuite.local.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.kamsuite.local.Trouble;

/// The image of one service: base, Java, libraries, application and AOT cache, a layer each.
///
/// @param application the service
/// @param port where it listens
/// @param base an image to build on; without it, `system` is the base
/// @param system a layer with the base of our own, if it is
/// @param java the layer with the runtime
/// @param materials what base and runtime consist of
/// @param folder where the files are written
record ServiceImage(
        Application application,
        int port,
        @Nullable String base,
        Optional<FileEntriesLayer> system,
        FileEntriesLayer java,
        List<Component> materials,
        Path folder) {

    /// Nobody that a host would know.
    private static final String USER = "10001:10001";

    /// For whom does not set them in JAVA_TOOL_OPTIONS; deploy/base does.
    private static final String MEMORY =
            "-XX:MaxRAMPercentage=50 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError";

    String name() {
        return application.name();
    }

    Path tarball() {
        return folder.resolve(name() + ".tar");
    }

    /// Where an AOT cache lies, once there is one.
    Path cache() {
        return folder.resolve("work").resolve(name()).resolve("service.aot");
    }

    /// Whether the AOT cache was trained in the image of a digest.
    boolean isTrained(String digest) throws IOException {
        return Files.exists(cache())
                && Files.exists(trainedDigest())
                && Files.readString(trainedDigest()).equals(digest);
    }

    void noteTrained(String digest) throws IOException {
        Files.writeString(trainedDigest(), digest);
    }

    private Path trainedDigest() {
        return cache().resolveSibling("trained");
    }

    /// Writes the tarball.
    ///
    /// @return the image's digest
    String write(boolean withCache) throws IOException, InterruptedException {
        var target = TarImage.at(tarball()).named(reference("localhost", "local"));
        return build(withCache, Containerizer.to(target)).getDigest().toString();
    }

    /// Pushes the image, with the credentials that Docker or podman keep for the registry.
    ///
    /// @return where it lies now
    String push(String registry, boolean withCache) throws IOException, InterruptedException {
        var reference = reference(registry, application.version());
        var image = RegistryImage.named(reference);
        image.addCredentialRetriever(
                CredentialRetrieverFactory.forImage(reference, event -> {}).dockerConfig());
        var containerizer = Containerizer.to(image);
        containerizer.setAllowInsecureRegistries(registry.startsWith("localhost"));
        return reference + "@" + build(withCache, containerizer).getDigest();
    }

    private ImageReference reference(String registry, String tag) {
        var reference = registry + "/kam-suite/" + name() + ":" + tag;
        try {
            return ImageReference.parse(reference);
        } catch (InvalidImageReferenceException e) {
            throw new Trouble("No image can be named " + reference, e);
        }
    }

    private JibContainer build(boolean withCache, Containerizer containerizer)
            throws IOException, InterruptedException {
        var jib = jib(withCache);
        containerizer
                .setToolName("kam")
                .setBaseImageLayersCache(folder.resolve("work/base-cache"))
                .setApplicationLayersCache(folder.resolve("work/layer-cache"));
        try {
            return jib.containerize(containerizer);
        } catch (ExecutionException e) {
            throw new Trouble("The image of " + name() + " failed: " + cause(e), e);
        } catch (RegistryException | CacheDirectoryCreationException e) {
            throw new Trouble("The image of " + name() + " failed: " + e.getMessage(), e);
        }
    }

    private static String cause(ExecutionException e) {
        var cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause);
    }

    private JibContainerBuilder jib(boolean withCache) throws IOException {
        var architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        return from(base)
                .setPlatforms(Set.of(new Platform(architecture, "linux")))
                .setFileEntriesLayers(layers(withCache))
                .setEntrypoint(List.of(Layout.JAVA + "/bin/java", "@" + Layout.ARGUMENTS))
                .setProgramArguments(List.of())
                .setEnvironment(Map.of("JAVA_TOOL_OPTIONS", MEMORY, "LANG", "C.UTF-8"))
                .setUser(USER)
                .setWorkingDirectory(AbsoluteUnixPath.get("/kam"))
                .setExposedPorts(Set.of(Port.tcp(port)))
                .setCreationTime(Layout.AGE)
                .setLabels(
                        Map.of(
                                "org.opencontainers.image.title",
                                name(),
                                "org.opencontainers.image.version",
                                application.version(),
                                "org.opencontainers.image.base.name",
                                base == null ? "scratch" : base));
    }

    private static JibContainerBuilder from(@Nullable String base) {
        try {
            return base == null ? Jib.fromScratch() : Jib.from(base);
        } catch (InvalidImageReferenceException e) {
            throw new Trouble("There can be no base image of the name " + base, e);
        }
    }

    private List<FileEntriesLayer> layers(boolean withCache) throws IOException {
        var work = Files.createDirectories(cache().getParent());
        var arguments = Files.write(work.resolve("service.args"), arguments(withCache));
        var bill = folder.resolve(name() + ".cdx.json");
        BillOfMaterials.write(bill, name(), application.version(), components());
        var layers = new ArrayList<FileEntriesLayer>();
        system.ifPresent(layers::add);
        layers.add(java);
        layers.add(application.libraries());
        layers.add(application.application(arguments, bill));
        if (withCache) {
            var layer = FileEntriesLayer.builder().setName("aot");
            Layout.add(layer, cache(), Layout.CACHE);
            layers.add(layer.build());
        }
        return layers;
    }

    private List<String> arguments(boolean withCache) throws IOException {
        var arguments = new ArrayList<>(application.arguments());
        if (withCache) {
            arguments.addFirst("-XX:AOTCache=" + Layout.CACHE);
        }
        return arguments;
    }

    private List<Component> components() throws IOException {
        var components = new ArrayList<>(materials);
        components.addAll(application.components());
        return components;
    }
}
