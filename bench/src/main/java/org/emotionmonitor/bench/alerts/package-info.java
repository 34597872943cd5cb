/** How well the alerts work: what they miss, how late they are, and what they are fooled by. */
package org.emotionmonitor.bench.alerts;
