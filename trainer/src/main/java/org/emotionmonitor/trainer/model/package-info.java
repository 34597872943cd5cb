/** The network's definition. */
package org.emotionmonitor.trainer.model;
