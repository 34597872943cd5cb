/** The Kafka side of the stream: processor, state stores, sinks, runtime, topics. */
package org.emotionmonitor.app.topology;
