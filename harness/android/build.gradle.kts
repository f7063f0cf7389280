// Written by 'crosscheck host android'. Run that again instead of changing it.
plugins {
  id("com.android.application") version "8.13.0" apply false
@@kotlin version@@
}
