package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.device.Availability;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to say of a device, or of what all devices need.
 *
 * @param available whether it can be had
 */
record Checkup(String name, boolean available, List<Remark> remarks) {

  /**
   * One line of it.
   *
   * @param left what it is about: a program with its version
   */
  record Remark(String left, String right, Ink ink) {}

  Checkup {
    remarks = List.copyOf(remarks);
  }

  /** Of each program where it is or how it will be fetched; what is missing once, with a remedy. */
  static Checkup of(String name, Availability availability, Map<Program, Presence> programs) {
    List<Remark> remarks = new ArrayList<>();
    boolean lacks = false;
    for (Map.Entry<Program, Presence> entry : programs.entrySet()) {
      String title = entry.getKey().title();
      Presence presence = entry.getValue();
      if (presence instanceof Presence.Here here) {
        String version = here.version().map(text -> " " + text).orElse("");
        remarks.add(new Remark(title + version, here.file().toString(), Ink.FAINT));
      } else if (presence instanceof Presence.Fetchable fetchable) {
        String how = "not here yet: a run gets it with " + fetchable.how();
        remarks.add(new Remark(title, how, Ink.WARNING));
      } else if (presence instanceof Presence.Missing missing) {
        lacks = true;
        complain(missing.reason(), missing.remedy(), remarks);
      }
    }
    if (!lacks && availability instanceof Availability.Unavailable gone) {
      lacks = true;
      complain(gone.reason(), gone.remedy(), remarks);
    }
    return new Checkup(name, !lacks, remarks);
  }

  /** With what is also to be said of a device that can be had; of another there is enough. */
  Checkup warning(Optional<String> what) {
    if (!available || what.isEmpty()) {
      return this;
    }
    List<Remark> more = new ArrayList<>(remarks);
    more.add(new Remark(what.get(), "", Ink.WARNING));
    return new Checkup(name, true, more);
  }

  private static void complain(String reason, String remedy, List<Remark> remarks) {
    Remark complaint = new Remark(reason, "", Ink.BAD);
    if (!remarks.contains(complaint)) {
      remarks.add(complaint);
      remarks.add(new Remark("remedy: " + remedy, "", Ink.PLAIN));
    }
  }
}
