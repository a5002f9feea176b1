import { late } from './late';

export = late('@cantoo/pdf-lib');
