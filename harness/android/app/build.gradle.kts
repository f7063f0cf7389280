// Written by 'crosscheck host android'. Run that again instead of changing it.
plugins {
  id("com.android.application")
@@kotlin plugin@@
}

android {
  namespace = "dev.crosscheck.app"
  compileSdk = 36

  defaultConfig {
    applicationId = "dev.crosscheck.app"
    // UiAutomator2, which drives it, asks for no less
    minSdk = 26
    targetSdk = 34
    versionCode = 42
    versionName = "1.2.3"
  }

  compileOptions {
    sourceCompatibility = JavaVersion.VERSION_17
    targetCompatibility = JavaVersion.VERSION_17
  }

  sourceSets {
    getByName("main") {
      java.srcDir("src/plugin/java")
    }
  }
}

@@kotlin options@@

// The app does what any link tells it, and trusts an authority of this checkout. There is no release of it.
androidComponents {
  beforeVariants(selector().withBuildType("release")) { variant ->
    variant.enable = false
  }
}

dependencies {
  // Segment's SDKs in the versions that the host app is written for, whatever the plugin asks for
@@segment@@
  // the plugin under test
@@plugin@@
}
