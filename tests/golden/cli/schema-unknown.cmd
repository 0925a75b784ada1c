schema exports
