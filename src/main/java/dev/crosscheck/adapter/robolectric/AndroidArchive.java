package dev.crosscheck.adapter.robolectric;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads an Android archive (.aar): Java classes, manifest, and what cannot be had without a device.
 */
final class AndroidArchive {
  private static final String ANDROID = "http://schemas.android.com/apk/res/android";
  private static final String MANIFEST = "AndroidManifest.xml";

  private final Path file;
  private final Path into;

  private AndroidArchive(Path file, Path into) {
    this.file = file;
    this.into = into;
  }

  /**
   * @param into an empty folder for its classes
   * @throws IOException where it is no archive, or its manifest cannot be read
   */
  static AndroidLibrary unpack(Path file, Path into) throws IOException {
    return new AndroidArchive(file, into).unpack();
  }

  private AndroidLibrary unpack() throws IOException {
    List<Path> jars = new ArrayList<>();
    Optional<String> hindrance = Optional.empty();
    List<String> permissions = List.of();
    List<String> providers = List.of();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName();
        if (name.equals("classes.jar") || name.matches("libs/[^/]+\\.jar")) {
          jars.add(copy(zip, entry, jars.size()));
        } else if (name.equals(MANIFEST)) {
          Document manifest = manifest(zip, entry);
          permissions = names(manifest, "uses-permission");
          providers = names(manifest, "provider");
        } else if (name.matches("jni/.+\\.so")) {
          hindrance = Optional.of("native code ('" + name + "')");
        } else if (name.matches("res/[^/]+/[^/]+") && hindrance.isEmpty()) {
          hindrance = Optional.of("resources ('" + name + "')");
        }
      }
    }
    return new AndroidLibrary(jars, permissions, providers, hindrance);
  }

  private Path copy(ZipFile zip, ZipEntry entry, int number) throws IOException {
    Files.createDirectories(into);
    String stem = String.valueOf(file.getFileName()).replaceFirst("\\.aar$", "");
    Path jar = into.resolve(number == 0 ? stem + ".jar" : stem + "-" + number + ".jar");
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
    }
    return jar;
  }

  /** It is untrusted: no entities, nothing from elsewhere. */
  private Document manifest(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null); // what is wrong is thrown, and need not be printed too
      return builder.parse(in);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("its " + MANIFEST + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<String> names(Document manifest, String tag) {
    List<String> names = new ArrayList<>();
    NodeList elements = manifest.getElementsByTagName(tag);
    for (int i = 0; i < elements.getLength(); i++) {
      if (elements.item(i) instanceof Element element) {
        String name = element.getAttributeNS(ANDROID, "name");
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
