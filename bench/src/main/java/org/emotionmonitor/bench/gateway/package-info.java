/** Load on the gateway: many that watch, some that take nothing, many that bring audio. */
package org.emotionmonitor.bench.gateway;
