package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.supply.Shortage;
import java.time.InstantSource;
import java.util.List;

/** Android within JVMs of this machine: no emulator, and nothing to install but a JDK. */
public final class EmbeddedProvider implements DeviceProvider {
  private static final int JDK_FOR_NEWEST = 21;
  private static final int NEWEST_ON_17 = 35;

  private final AndroidKit kit;
  private final InstantSource clock;
  private final int jdk;

  public EmbeddedProvider(AndroidKit kit, InstantSource clock) {
    this(kit, clock, Runtime.version().feature());
  }

  /**
   * @param jdk the version of the JDK that runs this, such as 17
   */
  EmbeddedProvider(AndroidKit kit, InstantSource clock, int jdk) {
    this.kit = kit;
    this.clock = clock;
    this.jdk = jdk;
  }

  @Override
  public boolean handles(DeviceSpec spec) {
    return spec instanceof EmbeddedSpec;
  }

  @Override
  public Availability check(DeviceSpec spec) {
    EmbeddedSpec embedded = (EmbeddedSpec) spec;
    if (embedded.api() > NEWEST_ON_17 && jdk < JDK_FOR_NEWEST) {
      return new Availability.Unavailable(
          "Android API " + embedded.api() + " needs JDK " + JDK_FOR_NEWEST + ", and this is " + jdk,
          "run with JDK "
              + JDK_FOR_NEWEST
              + " or newer, or write api: "
              + EmbeddedSpec.USUAL_LEVEL);
    } else if (!JavaSources.canBeCompiled()) {
      return new Availability.Unavailable("this Java has no compiler", "run with a JDK");
    }
    boolean here =
        sections(embedded).stream()
            .allMatch(section -> kit.supply().hasArtifacts(AndroidKit.HARNESS, section));
    return new Availability.Available(
        here ? "Robolectric, on JDK " + jdk : "Maven artifacts: Robolectric and Segment's SDKs");
  }

  private static List<String> sections(EmbeddedSpec spec) {
    return List.of(AndroidKit.APP, AndroidKit.ROBOLECTRIC, AndroidKit.android(spec.api()));
  }

  @Override
  public void prepare(DeviceSpec spec) throws Shortage {
    for (String section : sections((EmbeddedSpec) spec)) {
      kit.supply().artifacts(AndroidKit.HARNESS, section);
    }
    kit.host();
  }

  @Override
  public Device start(DeviceSpec spec, TrustAnchor trust, Deadline by) {
    try {
      EmbeddedSpec embedded = (EmbeddedSpec) spec;
      return EmbeddedDevice.create(AndroidRuntime.create(kit, embedded, trust), embedded, clock);
    } catch (Shortage e) {
      throw new DeviceLost(e.getMessage() + "; " + e.remedy(), e);
    }
  }

  @Override
  public void close() {
    kit.close();
  }
}
