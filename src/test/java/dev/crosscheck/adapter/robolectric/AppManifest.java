package dev.crosscheck.adapter.robolectric;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What the host app's manifest says of its one screen.
 *
 * @param activity its class
 * @param schemes of the links that open it
 */
record AppManifest(String activity, List<String> schemes) {
  static final String PACKAGE = "dev.crosscheck.app";

  private static final String ANDROID = "http://schemas.android.com/apk/res/android";

  /**
   * @param folder holds AndroidManifest.xml
   */
  static AppManifest read(Path folder) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      Document xml =
          factory.newDocumentBuilder().parse(folder.resolve("AndroidManifest.xml").toFile());
      List<String> schemes = new ArrayList<>(values(xml, "data", "scheme"));
      return new AppManifest(PACKAGE + values(xml, "activity", "name").get(0), schemes);
    } catch (Exception e) {
      throw new IllegalStateException("the host app's manifest", e);
    }
  }

  /**
   * The same, opened by links of these schemes too, as {@code crosscheck host android} writes it.
   */
  AppManifest opening(List<String> more) {
    return new AppManifest(activity, Stream.concat(schemes.stream(), more.stream()).toList());
  }

  private static List<String> values(Document xml, String element, String attribute) {
    NodeList all = xml.getElementsByTagName(element);
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> ((Element) all.item(i)).getAttributeNS(ANDROID, attribute))
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
