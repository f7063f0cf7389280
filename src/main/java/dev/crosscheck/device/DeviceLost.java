package dev.crosscheck.device;

/** The device is gone and will not come back by itself. */
public final class DeviceLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DeviceLost(String message) {
    super(message);
  }

  public DeviceLost(String message, Throwable cause) {
    super(message, cause);
  }
}
