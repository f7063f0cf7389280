package dev.crosscheck.adapter.archive;

import dev.crosscheck.capture.Body;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Bodies in JSON: {@code {"text": …}} or {@code {"base64": …}}, and the size if truncated. */
final class BodyModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  BodyModule() {
    super("body");
    addSerializer(Body.class, new Writer());
    addDeserializer(Body.class, new Reader());
  }

  private static final class Writer extends StdSerializer<Body> {
    private Writer() {
      super(Body.class);
    }

    @Override
    public void serialize(Body body, JsonGenerator out, SerializationContext context) {
      BodyText text = BodyText.of(body);
      out.writeStartObject();
      out.writeStringProperty(text.encoding().orElse("text"), text.text());
      if (body.isTruncated()) {
        out.writeNumberProperty("size", body.size());
      }
      out.writeEndObject();
    }
  }

  private static final class Reader extends StdDeserializer<Body> {
    private Reader() {
      super(Body.class);
    }

    @Override
    public Body deserialize(JsonParser in, DeserializationContext context) {
      JsonNode body = context.readTree(in);
      long size = body.path("size").asLong(0);
      if (body.has("base64")) {
        return new BodyText(body.get("base64").asString(), Optional.of("base64")).body(size);
      }
      return new BodyText(body.path("text").asString(), Optional.empty()).body(size);
    }
  }
}
