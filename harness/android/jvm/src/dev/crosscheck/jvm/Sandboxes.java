package dev.crosscheck.jvm;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.robolectric.android.AndroidSdkShadowMatcher;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.ConscryptMode;
import org.robolectric.annotation.GraphicsMode;
import org.robolectric.annotation.LooperMode;
import org.robolectric.annotation.ResourcesMode;
import org.robolectric.annotation.SQLiteMode;
import org.robolectric.annotation.experimental.LazyApplication;
import org.robolectric.config.AndroidConfigurer;
import org.robolectric.interceptors.AndroidInterceptors;
import org.robolectric.internal.AndroidSandbox;
import org.robolectric.internal.bytecode.ClassHandler;
import org.robolectric.internal.bytecode.ClassHandlerBuilder;
import org.robolectric.internal.bytecode.ClassInstrumentor;
import org.robolectric.internal.bytecode.InstrumentationConfiguration;
import org.robolectric.internal.bytecode.Interceptors;
import org.robolectric.internal.bytecode.ShadowMap;
import org.robolectric.internal.bytecode.ShadowProviders;
import org.robolectric.manifest.AndroidManifest;
import org.robolectric.pluginapi.Sdk;
import org.robolectric.pluginapi.SdkProvider;
import org.robolectric.pluginapi.config.ConfigurationStrategy;
import org.robolectric.util.inject.Injector;

/** Android at one API level, without a test runner: each sandbox is a system with one process of the app. */
final class Sandboxes {
  private static final String SCREEN = "w411dp-h891dp-xhdpi";
  private static final String SHARED = "dev.crosscheck.jvm.shared.";

  private final int api;
  private final Zygote zygote = new Zygote();

  Sandboxes(int api) {
    this.api = api;
  }

  AndroidSandbox create() {
    Injector injector =
        new Injector.Builder(Sandboxes.class.getClassLoader())
            .bind(Properties.class, System.getProperties())
            .build();
    Sdk sdk = sdk(injector);
    Interceptors interceptors = new Interceptors(AndroidInterceptors.all());
    InstrumentationConfiguration.Builder instrumentation =
        InstrumentationConfiguration.newBuilder();
    injector.getInstance(AndroidConfigurer.class).configure(instrumentation, interceptors);
    instrumentation.doNotAcquirePackage(SHARED);
    ShadowProviders providers = injector.getInstance(ShadowProviders.class);
    AndroidSandbox sandbox =
        new AndroidSandbox(
            sdk,
            sdk,
            ResourcesMode.Mode.BINARY,
            new AndroidSandbox.TestEnvironmentSpec(PlainEnvironment.class),
            new AppLoader(
                instrumentation.build(),
                sdk,
                injector.getInstance(ClassInstrumentor.class),
                zygote),
            providers,
            SQLiteMode.Mode.NATIVE);
    ShadowMap shadows = providers.getBaseShadowMap();
    sandbox.replaceShadowMap(shadows);
    ClassHandler handler =
        injector
            .getInstance(ClassHandlerBuilder.class)
            .build(shadows, new AndroidSdkShadowMatcher(api), interceptors);
    sandbox.configure(handler, interceptors);
    return sandbox;
  }

  private Sdk sdk(Injector injector) {
    Sdk sdk =
        injector.getInstance(SdkProvider.class).getSdks().stream()
            .filter(known -> known.getApiLevel() == api)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Robolectric knows no API " + api));
    if (!sdk.isSupported()) {
      throw new IllegalStateException(sdk.getUnsupportedMessage());
    }
    return sdk;
  }

  /** Boots the system; on the sandbox's main thread. */
  void boot(AndroidSandbox sandbox, String name) {
    Map<Class<?>, Object> modes = new HashMap<>();
    modes.put(ConscryptMode.Mode.class, ConscryptMode.Mode.OFF);
    modes.put(LooperMode.Mode.class, LooperMode.Mode.PAUSED);
    modes.put(LazyApplication.LazyLoad.class, LazyApplication.LazyLoad.OFF);
    modes.put(GraphicsMode.Mode.class, GraphicsMode.Mode.NATIVE);
    modes.put(SQLiteMode.Mode.class, SQLiteMode.Mode.NATIVE);
    modes.put(ResourcesMode.Mode.class, ResourcesMode.Mode.BINARY);
    modes.put(Config.class, new Config.Builder().setQualifiers(SCREEN).build());
    sandbox
        .getTestEnvironment()
        .setUpApplicationState(
            name,
            new Modes(modes),
            new AndroidManifest(null, null, null, Collections.emptyList(), null));
  }

  /** Robolectric's questions, answered. */
  private static final class Modes implements ConfigurationStrategy.Configuration {
    private final Map<Class<?>, Object> modes;

    Modes(Map<Class<?>, Object> modes) {
      this.modes = modes;
    }

    @Override
    public <T> T get(Class<T> type) {
      return type.cast(modes.get(type));
    }

    @Override
    public Set<Class<?>> keySet() {
      return modes.keySet();
    }

    @Override
    public Map<Class<?>, Object> map() {
      return modes;
    }
  }
}
