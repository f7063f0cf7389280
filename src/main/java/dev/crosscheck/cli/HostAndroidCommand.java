package dev.crosscheck.cli;

import dev.crosscheck.adapter.hostapp.CannotHost;
import dev.crosscheck.adapter.hostapp.GeneratedFolder;
import dev.crosscheck.adapter.hostapp.HostComposer;
import dev.crosscheck.adapter.hostapp.HostProject;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

@Command(
    name = "android",
    description = {
      "Writes a Gradle project of the host app with your plugin in it, to be opened in Android"
          + " Studio or built with 'gradle assembleDebug'. Written again, it changes only what it"
          + " wrote itself.",
      ""
    })
final class HostAndroidCommand extends HostWriter {
  HostAndroidCommand(Shell shell) {
    super(shell, HostPlatform.ANDROID);
  }

  @Override
  Stream<String> sources(Plugin plugin) {
    return plugin.android().stream()
        .flatMap(android -> android.plugins().stream())
        .flatMap(part -> part.sources().stream());
  }

  @Override
  String write(HostRequest request, List<Sdk> sdks, String command) throws CannotHost {
    Shell shell = request.shell();
    AppAuthority authority = new AppAuthority(request.root(), shell.clock(), shell.out()::println);
    ShownCertificate certificate = ShownCertificate.of(authority.openOrMake().trust());
    String apk = request.named(HostProject.APK);
    HostProject written =
        new HostComposer(request.harness(HostPlatform.ANDROID), request.root())
            .of(
                new Hosted(request.project(), request.plugin())
                    .order(sdks, certificate.pem(), certificate.fingerprint(), apk, command));
    new GeneratedFolder(request.out()).write(written);
    return """
        It trusts the authority of this checkout until %s.
          gradle assembleDebug   builds it there, or open the folder in Android Studio
        Name it in plugin.yaml%s:
          android:
            app: %s
        """
        .formatted(certificate.end(), request.way(HostProject.APK), apk);
  }
}
