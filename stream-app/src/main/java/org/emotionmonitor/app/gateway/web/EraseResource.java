package org.emotionmonitor.app.gateway.web;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import org.emotionmonitor.app.AppException;
import org.emotionmonitor.app.domain.CallIsLiveException;
import org.emotionmonitor.app.domain.Json;
import org.emotionmonitor.app.gateway.access.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases calls, one at a time, away from the event loop and from what others wait for. */
final class EraseResource {
  private static final Logger LOG = LoggerFactory.getLogger(EraseResource.class);
  private static final long LONGEST_MINUTES = 2;

  private final Eraser eraser;
  private final WorkerExecutor worker;
  private boolean busy;

  EraseResource(Eraser eraser, Vertx vertx) {
    this.eraser = eraser;
    this.worker = vertx.createSharedWorkerExecutor("erase", 1, LONGEST_MINUTES, TimeUnit.MINUTES);
  }

  void mount(Router router) {
    router
        .delete("/v1/calls/:callId")
        .handler(Access.only(Principal::erases, "admin"))
        .handler(this::erase);
  }

  private void erase(RoutingContext ctx) {
    String callId = ctx.pathParam("callId");
    if (callId.length() > CallResources.MAX_ID) {
      CallResources.tooLong(ctx);
      return;
    }
    if (busy) {
      ctx.response().putHeader("Retry-After", "5");
      Problem.send(ctx, 503, "Busy", "another call is being erased; try again in a moment");
      return;
    }
    busy = true;
    String by = Access.principal(ctx).name();
    worker
        .executeBlocking(() -> eraser.erase(callId, by))
        .onComplete(ignored -> busy = false)
        .onSuccess(erased -> Answer.json(ctx, out -> out.writeRawValue(Json.text(erased))))
        .onFailure(e -> refuse(ctx, e));
  }

  private static void refuse(RoutingContext ctx, Throwable e) {
    if (e instanceof CallIsLiveException) {
      Problem.send(ctx, 409, "Call is live", e.getMessage());
    } else if (e instanceof AppException) {
      LOG.warn("erase by REST: {}", e.getMessage());
      Problem.send(ctx, 503, "Not erased", e.getMessage());
    } else {
      // A bad id is answered with 400, as elsewhere.
      ctx.fail(e);
    }
  }
}
