package dev.crosscheck.adapter.esbuild;

import dev.crosscheck.capture.Body;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.WebAssets;
import dev.crosscheck.segment.WebBuild;
import dev.crosscheck.segment.WebBuilder;
import dev.crosscheck.supply.NpmFile;
import dev.crosscheck.supply.NpmPackage;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds with the esbuild that {@code harness/web} pins. One build at a time, each once a run. */
public final class EsbuildBuilder implements WebBuilder {
  private final Supply supply;
  private final Path base;
  private final Map<Key, WebBuild> builds = new HashMap<>();
  private @Nullable WebAssets assets;

  /**
   * @param base the folder from which the run started, to which plugin folders are relative
   */
  public EsbuildBuilder(Supply supply, Path base) {
    this.supply = supply;
    try {
      this.base = base.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("'" + base + "' is no folder", e);
    }
  }

  private record Key(String folder, WebPlugin web) {}

  @Override
  public synchronized WebAssets assets() throws Shortage {
    WebAssets known = assets == null ? new PublishedSdk(supply).read() : assets;
    assets = known;
    return known;
  }

  @Override
  public synchronized WebBuild build(Plugin plugin) throws Shortage, BuildFailed {
    WebPlugin web =
        plugin
            .web()
            .orElseThrow(() -> new IllegalArgumentException(plugin.id() + " has no web part"));
    Key key = new Key(plugin.folder(), web);
    WebBuild known = builds.get(key);
    if (known == null) {
      known = build(plugin, web);
      builds.put(key, known);
    }
    return known;
  }

  private WebBuild build(Plugin plugin, WebPlugin web) throws Shortage, BuildFailed {
    Path folder = base.resolve(plugin.folder());
    Bundler bundler = new Bundler(supply, base, plugin, web.way());
    Optional<NpmPackage> itself = NpmPackage.parse(web.source());
    Bundler.Bundle bundle =
        itself.isPresent()
            ? bundler.published(itself.get(), folder)
            : bundler.module(file(plugin, folder, web.source()));
    Map<String, String> versions = new TreeMap<>(bundle.versions());
    Map<String, Body> libraries = new HashMap<>();
    for (WebPlugin.Library library : web.libraries()) {
      Optional<NpmFile> published = NpmFile.parse(library.source());
      published.ifPresent(file -> versions.put(file.name(), file.version()));
      Path file =
          published.isPresent()
              ? supply.npmFile(published.get())
              : file(plugin, folder, library.source().replaceFirst("^file:", ""));
      libraries.put(library.url(), body(plugin, file));
    }
    Body script = Body.of(bundle.script());
    return new WebBuild(script, libraries, versions, script.sha256());
  }

  private static Path file(Plugin plugin, Path folder, String name) throws BuildFailed {
    Path file = folder.resolve(name).normalize();
    if (!Files.isRegularFile(file)) {
      throw new BuildFailed(
          Finding.error(
              "MissingFile",
              plugin.at(),
              "no file '" + name + "' in the plugin's folder",
              "build the plugin first, or correct the name"));
    }
    return file;
  }

  private static Body body(Plugin plugin, Path file) throws BuildFailed {
    try {
      return Body.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new BuildFailed(
          Finding.error(
              "UnreadableFile",
              plugin.at(),
              "'" + file + "' cannot be read: " + e.getMessage(),
              "make it readable"));
    }
  }
}
